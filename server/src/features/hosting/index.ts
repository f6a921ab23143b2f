export { HostingModule } from './hosting.module.js';
export { type HostingCounts, HostingReader } from './hosting-reader.js';
