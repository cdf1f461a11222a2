/** Groups accounts; its roles reach all of them. */
export interface Agency {
  agencyId: string;
  name: string;
  createdAt: string;
}
