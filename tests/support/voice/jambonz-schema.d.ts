/** The part of @jambonz/schema, which ships no types, that the tests use. */
declare module "@jambonz/schema" {
  export function validateApp(app: readonly object[]): {
    valid: boolean;
    errors: { path: string; message: string }[];
  };
}
