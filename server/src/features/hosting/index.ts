export { HostingModule } from './hosting.module.js';
export { HostingReader } from './hosting-reader.js';
