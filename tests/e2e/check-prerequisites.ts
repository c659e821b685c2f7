import { testBrowser } from './browser';

/** Before any test: says which browser is used, or what to install, once and not per test. */
export default function checkPrerequisites(): void {
  console.log(`Browser: ${testBrowser().description}`);
}
