// As docxtemplater's documentation shows it.
const fs = require("node:fs");
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");
const each = require("./each.cjs");

each((template, data, out) => {
  const zip = new PizZip(fs.readFileSync(template));
  const document = new Docxtemplater(zip, { paragraphLoop: true });
  document.render(JSON.parse(fs.readFileSync(data, "utf8")));
  fs.writeFileSync(out, document.toBuffer());
});
