/**
 * What the pure core may name of its environment: the one class that browsers, workers and Node share. Written out because
 * the core compiles without their libraries.
 */
interface AbortSignal {
  readonly aborted: boolean;
}
