// node PEER.cjs TEMPLATE.docx DATA.json OUT.docx, or two folders instead of the two last.
const fs = require("node:fs");
const path = require("node:path");

module.exports = async function each(fill) {
  const [template, data, out] = process.argv.slice(2);
  if (!fs.statSync(data).isDirectory()) {
    await fill(template, data, out);
    return;
  }
  const names = fs.readdirSync(data).filter((name) => name.endsWith(".json")).sort();
  for (const name of names) {
    await fill(template, path.join(data, name), path.join(out, `${path.parse(name).name}.docx`));
  }
};
