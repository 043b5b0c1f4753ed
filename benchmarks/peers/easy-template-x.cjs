// As easy-template-x's documentation shows it.
const fs = require("node:fs");
const { TemplateHandler } = require("easy-template-x");
const each = require("./each.cjs");

each(async (template, data, out) => {
  const handler = new TemplateHandler();
  const values = JSON.parse(fs.readFileSync(data, "utf8"));
  fs.writeFileSync(out, await handler.process(fs.readFileSync(template), values));
});
