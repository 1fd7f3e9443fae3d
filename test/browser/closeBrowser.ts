import { closeAll } from "./shared";

/** After all tests, where jest ran them in its own process: they share what this module shares. */
export default closeAll;
