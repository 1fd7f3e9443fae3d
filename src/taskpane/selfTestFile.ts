// A file that loads when the self-test is loading for.
import { testExcel } from "../selfTest";
import { selfTestLoaded } from "./lateFile";

selfTestLoaded(testExcel);
