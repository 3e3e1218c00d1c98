/** Round steps from zero to above the highest, few enough to read: 0, 20 000, 40 000… Whole units of `unit`. */
export function chartScale(highest: number, unit: number): readonly number[] {
  const wanted = Math.max(highest, unit) / 4;
  const power = 10 ** Math.floor(Math.log10(wanted / unit)) * unit;
  const step = Math.max(
    unit,
    [1, 2, 2.5, 5, 10].map((times) => times * power).find((each) => each >= wanted) ?? wanted,
  );
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
