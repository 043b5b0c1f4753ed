// As carbone's documentation shows it.
const fs = require("node:fs");
const { promisify } = require("node:util");
const carbone = require("carbone");
const each = require("./each.cjs");

const render = promisify(carbone.render);

each(async (template, data, out) => {
  const values = JSON.parse(fs.readFileSync(data, "utf8"));
  fs.writeFileSync(out, await render(template, values, {}));
});
