// Runs while the page is parsed, before anything is painted: shows the first view that the build wrote into the page,
// in the user's language.
import { isFirstRun } from "./first-run";
import { htmlLang, paneLanguage } from "./language";

const language = paneLanguage(navigator.language);
const screen = document.getElementById(`first-${language}`) as HTMLTemplateElement;
document.documentElement.lang = htmlLang(language);
if (!isFirstRun()) screen.content.querySelector(".first-run")?.remove();
document.getElementById("first")?.append(screen.content);
