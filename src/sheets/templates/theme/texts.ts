import type { Text2 } from "../../../dataset";

/** Fixed texts of the pages on a theme. */
export const texts = {
  titled: { en: "{0}: {1}", zh: "{0}：{1}" },
  sheet: { en: "{0} {1}", zh: "{0} {1}" },
  tradein: { en: "Trade-in and digital", zh: "以旧换新与数码" },
  tradeinSheet: { en: "Trade-in", zh: "以旧换新" },
  services: { en: "Services and Silk Road", zh: "服务消费与丝路电商" },
  servicesSheet: { en: "Services", zh: "服务与丝路" },
  againstHeading: { en: "Against all goods sold online", zh: "与实物商品网零相比" },
  againstCaption: {
    en: "Growth of sums from January: trade-in and digital goods (ministry’s sample) beside all goods online (statistics bureau).",
    zh: "年初累计同比增速：15类以旧换新产品、数码产品（商务部监测）与全部实物商品网零（国家统计局）。",
  },
  againstChart: { en: "Growth, January to date", zh: "年初累计同比增速" },
  tradein15: { en: "Trade-in, 15 categories", zh: "15类以旧换新产品" },
  digital: { en: "Digital products", zh: "数码产品" },
  goods: { en: "All physical goods online", zh: "全部实物商品网零" },
  digitalHeading: { en: "Digital goods", zh: "数码与智能产品" },
  tradeinHeading: { en: "Goods of the trade-in programme", zh: "以旧换新产品" },
  barsCaption: {
    en: "Growth on a year earlier, from the fastest to the slowest.",
    zh: "同比增速，由高到低排列。",
  },
  barsChart: { en: "{0}: growth, {1}", zh: "{0}同比增速，{1}" },
  courseHeading: { en: "Spending on services", zh: "服务消费走势" },
  courseCaption: {
    en: "Growth on a year earlier of sums from January: services ordered online (ministry’s sample) and retail sales of services (statistics bureau).",
    zh: "年初累计同比增速：网络服务消费（商务部监测）与服务零售额（国家统计局）。",
  },
  courseChart: { en: "Services: growth, January to date", zh: "服务消费：年初累计同比增速" },
  online: { en: "Online service consumption", zh: "网络服务消费" },
  retail: { en: "Retail sales of services", zh: "服务零售额" },
  kindsHeading: { en: "What people booked online", zh: "网上服务类别" },
  silkHeading: { en: "Partner countries’ goods", zh: "伙伴国商品" },
  partnersHeading: { en: "Partner countries", zh: "伙伴国" },
  partnersCaption: {
    en: "Countries with a Silk Road e-commerce arrangement, at the end of the month.",
    zh: "建立“丝路电商”合作机制的国家数，月末数。",
  },
  partnersChart: { en: "Silk Road partner countries", zh: "“丝路电商”伙伴国数量" },
  tableHeading: { en: "Latest figures up to {0}", zh: "截至{0}的最新数据" },
  events: { en: "Policy steps up to the month after the period", zh: "政策与动态（截至所选时期次月）" },
  noteUserTable: {
    en: "For {0} itself, {1} of these {2} indicators have a figure. For each of the others the latest before it stands here, with its own period: a single month, a quarter and a sum from January do not compare.",
    zh: "{2}项指标中，{1}项有{0}的数据；其余为此前最新数据，并标明所属时期。单月、单季与年初累计数不可比。",
  },
  noteSample: {
    en: "The ministry’s sample of platforms and the bureau’s total are two measurements: a difference between them is a hint, no more.",
    zh: "商务部平台监测与国家统计局全口径数据口径不同，二者之差仅供参考。",
  },
} as const satisfies Record<string, Text2>;
