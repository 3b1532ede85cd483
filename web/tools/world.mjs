// Makes the compact base map that the program embeds: node web/tools/world.mjs OUT
//
// From world-atlas (Natural Earth 1:50m countries, public domain). Format, little endian:
//   "DBMAP1\0\0", then as u32 the numbers of arcs, points, rings and ring members
//   each arc: u32 points, u32 kind (0 coast, 1 border, 2 disputed border), u32 where its points begin
//   points of an arc: i32 lon, i32 lat in 1/5000 degree, then i16 pairs of steps (longer steps are cut);
//   an arc over the date line goes on beyond 180 degrees
//   each ring: u32 members; then all members: i32 arc, its ones' complement where walked backwards
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("world-atlas/countries-50m.json"), "utf8"));
const UNITS = 5000;
const TURN = 360 * UNITS;

const disputed = new Set(
  readFileSync(join(here, "disputed.tsv"), "utf8").trim().split("\n").slice(1)
    .map((line) => line.split("\t").sort().join("\t")));

const users = atlas.arcs.map(() => []);
const rings = [];
for (const country of atlas.objects.countries.geometries) {
  const polygons = country.type === "Polygon" ? [country.arcs] : country.type === "MultiPolygon" ? country.arcs : [];
  for (const polygon of polygons)
    for (const ring of polygon) {
      rings.push(ring);
      for (const arc of ring) users[arc < 0 ? ~arc : arc].push(country.properties.name);
    }
}

function kindOf(names) {
  const two = [...new Set(names)].sort();
  if (two.length < 2) return 0;
  return disputed.has(two.join("\t")) ? 2 : 1;
}

const { scale, translate } = atlas.transform;
const arcs = atlas.arcs.map((steps, number) => {
  let x = 0, y = 0;
  const units = steps.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [Math.round((x * scale[0] + translate[0]) * UNITS), Math.round((y * scale[1] + translate[1]) * UNITS)];
  });
  const points = [units[0]];
  for (const [unturned, py] of units.slice(1)) {
    const [lx, ly] = points[points.length - 1];
    const px = unturned + Math.round((lx - unturned) / TURN) * TURN;
    const parts = Math.max(1, Math.ceil(Math.max(Math.abs(px - lx), Math.abs(py - ly)) / 32767));
    for (let i = 1; i <= parts; i++)
      points.push([Math.round(lx + ((px - lx) * i) / parts), Math.round(ly + ((py - ly) * i) / parts)]);
  }
  return { points, kind: kindOf(users[number]) };
});

const pointCount = arcs.reduce((sum, arc) => sum + arc.points.length, 0);
const memberCount = rings.reduce((sum, ring) => sum + ring.length, 0);
const out = Buffer.alloc(24 + arcs.length * 12 + pointCount * 4 + arcs.length * 4 + rings.length * 4 + memberCount * 4);
let at = out.write("DBMAP1\0\0", 0, "latin1");
for (const count of [arcs.length, pointCount, rings.length, memberCount]) at = out.writeUInt32LE(count, at);
let offset = 0;
for (const arc of arcs) {
  at = out.writeUInt32LE(arc.points.length, at);
  at = out.writeUInt32LE(arc.kind, at);
  at = out.writeUInt32LE(offset, at); // bytes from the points' start
  offset += 8 + (arc.points.length - 1) * 4;
}
for (const arc of arcs) {
  at = out.writeInt32LE(arc.points[0][0], at);
  at = out.writeInt32LE(arc.points[0][1], at);
  for (let i = 1; i < arc.points.length; i++) {
    at = out.writeInt16LE(arc.points[i][0] - arc.points[i - 1][0], at);
    at = out.writeInt16LE(arc.points[i][1] - arc.points[i - 1][1], at);
  }
}
for (const ring of rings) at = out.writeUInt32LE(ring.length, at);
for (const ring of rings) for (const arc of ring) at = out.writeInt32LE(arc, at);
writeFileSync(process.argv[2], out.subarray(0, at));
