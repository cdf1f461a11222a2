/** What a client needs to know to use a running cloud. */
export interface CloudAddresses {
  readonly consoleUrl: string;
  /** Without `/v1`. */
  readonly apiUrl: string;
  readonly mailboxUrl: string;
  readonly cognitoUrl: string;
  readonly region: string;
  readonly userPoolId: string;
  /** The console's app client. */
  readonly clientId: string;
}

/** The ports people use; 0 takes any free one. */
export interface CloudPorts {
  readonly console: number;
  readonly api: number;
  readonly mailbox: number;
  readonly cognito: number;
}
