declare module '@mediapipe/tasks-vision/vision_wasm_module_internal.js' {
  const factory: unknown;
  export default factory;
}
declare module 'pose-models/*' {
  const url: string;
  export default url;
}
