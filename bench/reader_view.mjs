// Prints, as JSON by path, the text that Readability, the reader view of Firefox, keeps of each page that is named.
import fs from "node:fs";
import { createRequire } from "node:module";

const [installed, ...pages] = process.argv.slice(2);
const require = createRequire(`${installed}/`);
const { JSDOM } = require("jsdom");
const { Readability } = require("@mozilla/readability");

const kept = {};
for (const page of pages) {
  const { document } = new JSDOM(fs.readFileSync(page, "utf8"), { url: "https://brief.example/" }).window;
  const article = new Readability(document).parse();
  kept[page] = article ? article.textContent : "";
}
console.log(JSON.stringify(kept));
