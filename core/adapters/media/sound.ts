/** What is left of a recording when everything that is not sound is gone. */
export interface Sound {
  bytes: Buffer;
  seconds: number;
}
