// A file that loads when the self-test is asked for.
import { testExcel } from "../selfTest";
import { selfTestArrived } from "./lateFile";

selfTestArrived(testExcel);
