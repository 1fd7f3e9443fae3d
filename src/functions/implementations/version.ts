import { dataset, liveStore, ok, periodLabel, reach } from "../../dataset/first";
import { ecomFunction } from "../answer";

/**
 * VERSION(): one text: the dataset's version and its newest release date, and what answers in this workbook: the version that it
 * keeps, up to which release, and how far the figures reach.
 */
export const version = ecomFunction([], (_none, { language, asof }) => {
  const to = reach(asof);
  const [{ release }, day] = [liveStore, asof ?? dataset.released];
  return ok(
    language === "zh"
      ? `ECOM 数据 ${dataset.version}，最新发布日期 ${dataset.released}；此工作簿：版本 ${release}，截至${day}发布，数据至${to ? periodLabel(to, "zh") : "—"}`
      : `ECOM data ${dataset.version}, newest release ${dataset.released}; this workbook: version ${release}, released by ${day}, figures to ${to ? periodLabel(to, "en") : "none"}`,
  );
});
