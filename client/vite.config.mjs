import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const publicEntry = 'src/routes/public/hydrate.tsx';
const browserFolder = fileURLToPath(new URL('dist/browser/', import.meta.url));

/**
 * Two builds from one source. The browser build has two entries: the signed-in app (`app.html`) and the
 * small script of the public pages. The server build is the renderer of the public pages; it learns the
 * names of the browser build's files from the manifest, so it runs after it.
 */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  define: isSsrBuild
    ? {
        __PUBLIC_ASSETS__: JSON.stringify(publicAssets()),
        'process.env.NODE_ENV': JSON.stringify('production'),
      }
    : {},
  build: isSsrBuild ? serverBuild : browserBuild,
  // React and the components go into the file: the server needs nothing of the client's own packages.
  ssr: { noExternal: true },
  server: { proxy: { '/api': 'http://localhost:3000' } },
}));

const browserBuild = {
  outDir: 'dist/browser',
  manifest: true,
  assetsInlineLimit: 0,
  rolldownOptions: {
    input: { app: 'app.html', public: publicEntry },
    treeshake: { moduleSideEffects: hasSideEffects },
  },
};

const serverBuild = { outDir: 'dist/server', copyPublicDir: false };

/** Designsystemet's React package does not say so itself: its modules do nothing but export components. */
function hasSideEffects(id) {
  return !id.includes('@digdir/designsystemet-react/');
}

function publicAssets() {
  const manifest = JSON.parse(readFileSync(`${browserFolder}.vite/manifest.json`, 'utf8'));
  const entry = manifest[publicEntry];
  return {
    script: `/${entry.file}`,
    preloads: (entry.imports ?? []).map((name) => `/${manifest[name].file}`),
    styles: stylesOf(manifest, publicEntry).map((file) => `/${file}`),
  };
}

function stylesOf(manifest, name) {
  const chunk = manifest[name];
  return [
    ...new Set([
      ...(chunk.imports ?? []).flatMap((inner) => stylesOf(manifest, inner)),
      ...(chunk.css ?? []),
    ]),
  ];
}
