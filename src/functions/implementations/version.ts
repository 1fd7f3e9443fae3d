import { dataset, liveOfficial, liveStore, ok, periodLabel, reachOf } from "../../dataset/first";
import { ecomFunction } from "../answer";

/**
 * VERSION(): one text with the dataset's version and newest release date, the version and data date of this workbook,
 * how far its newest figures reach, and for how many indicators.
 */
export const version = ecomFunction([], (_none, { language, asof }) => {
  const { period, indicators } = reachOf(asof);
  const total = liveOfficial.indicators.length;
  const [{ release }, day] = [liveStore, asof ?? dataset.released];
  return ok(
    language === "zh"
      ? `ECOM 数据 ${dataset.version}，最新发布日期 ${dataset.released}；此工作簿：版本 ${release}，截至${day}发布，最新数据为${period ? periodLabel(period, "zh") : "—"}（${total}个指标中的${indicators}个）`
      : `ECOM data ${dataset.version}, newest release ${dataset.released}; this workbook: version ${release}, released by ${day}, newest figures of ${period ? periodLabel(period, "en") : "no period"} (${indicators} of ${total} indicators)`,
  );
});
