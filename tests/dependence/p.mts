import { inputOf } from './harness.ts';
import { testDependences } from '../../src/facts/dependence/index.ts';
const show = (t: string) => {
  const inp = inputOf(t);
  console.log(t);
  const tx = (id: number) => {
    const a = inp.accesses[id]!;
    return t.slice(...a.range);
  };
  for (const d of testDependences(inp))
    if (d.kind === 'flow')
      console.log(
        '   ',
        d.carried ? 'carried' : 'here',
        d.distance,
        tx(d.source),
        '->',
        tx(d.sink),
        d.certainty,
        d.test,
      );
};
show('for (let i = 0; i < n; i++) a[i] = b[i] + c[i];');
show('for (let i = 1; i < n; i++) a[i] = a[i-1] + c[i];');
show('for (let i = 0; i < n; i += 2) a[i+1] = a[i] + 1;');
show('let j, k; k = 0; for (let i = 0; i < n; i++) { j = i + 1; a[k] = a[j]; k++; }');
show('let s; for (let i = 0; i < n; i++) { if (a[i]) s = 1; b[i] = s; }');
show('let h = 3; let a; for (let i = 0; i < h; i++) { a[i+h] = a[i] + 1; }');
show('function f(a, h) { for (let i = 0; i < h; i++) { a[i+h] = a[i] + 1; } }');
show(
  'function f(a, w, h) { for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) for (let c = 0; c < 4; c++) a[(y*w+x)*4+c] = a[(y*w+x)*4 + c] + 1; }',
);
show('let a; for (let i=0;i<n;i++) { for (let j=1;j<m;j++) { a[j] = 1 - a[j-1]; aa[j][i] = a[j] } }');
show('let aa; for (let i=0;i<n;i++) { for (let j=1;j<m;j++) { aa[j][i] = aa[j-1][i] } }');
show('let aa; for (let i=0;i<n;i++) { for (let j=0;j<i;j++) { aa[i][j] = aa[j][i] } }');
show('let a,k=0; function f(n,m){for (let i=0;i<n;i++) { for (let j=0;j<m;j++) { a[k] = a[k] + 1; k++ } }}');
show(
  'let t; function f(n,m){for (let i=0;i<n;i++) { for (let j=0;j<m;j++) { t[j] = i } for (let j=0;j<m;j++) { o[i] = t[j] } }}',
);
