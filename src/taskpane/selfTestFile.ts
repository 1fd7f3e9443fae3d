// A file of its own, which is loaded when it is asked for.
import { testExcel } from "../selfTest";
import { selfTestArrived } from "./lateFile";

selfTestArrived(testExcel);
