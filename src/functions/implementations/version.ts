import { dataset, ok } from "../../dataset";
import { ecomFunction } from "../answer";

/** VERSION(): one text: the dataset's version and its newest release date. */
export const version = ecomFunction([], (_none, { language }) =>
  ok(
    language === "zh"
      ? `ECOM 数据 ${dataset.version}，最新发布日期 ${dataset.released}`
      : `ECOM data ${dataset.version}, newest release ${dataset.released}`,
  ),
);
