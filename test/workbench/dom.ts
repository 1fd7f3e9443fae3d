import { DOMParser } from "@xmldom/xmldom";

// In the page the browser reads XML; jest has no page.
Object.assign(globalThis, { DOMParser });
