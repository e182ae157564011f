import { readFileSync } from 'node:fs';
import os from 'node:os';
import { at } from '../../prepare/root.mjs';

/** The middle value; the mean of the two in the middle of an even number of values. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value below which the share `p` (0 to 1) of the sorted `values` lies. */
export function percentile(values, p) {
  return values[Math.min(values.length - 1, Math.ceil(values.length * p) - 1)];
}

/** Prints rows of cells under a head, columns aligned: the first to the left, figures to the right. */
export function printTable(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_cell, column) => Math.max(...all.map((row) => row[column].length)));
  for (const row of all) {
    console.log(
      row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0]))).join('  '),
    );
  }
}

/** Node, the machine's shape and the versions of `packages` as installed: without them a figure says nothing. */
export function printCircumstances(packages, more = {}) {
  const versions = packages.map((name) => [name, versionOf(name)]);
  const parts = [['node', process.versions.node], ...versions, ...Object.entries(more)];
  console.log(parts.map(([name, version]) => `${name} ${version}`).join(', '));
  console.log(
    `${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()} ${os.arch()}, ` +
      `load before ${os.loadavg()[0].toFixed(1)}`,
  );
}

function versionOf(name) {
  return JSON.parse(readFileSync(at('node_modules', name, 'package.json'), 'utf8')).version;
}
