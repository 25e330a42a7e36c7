/** Links of a reply to files of this server ("[Bảng nhiệm vụ (Excel)](/api/tasks?format=xlsx)"), for chats that know nothing
 *  of where the server is. */
const OWN_LINK = /\[([^\][\n]+)\]\((\/(?!\/)[^()\s]*)\)/g;
const ON_THE_PAGE = "tải trên trang web của trợ lý";

/** `publicUrl`: where people reach the server, without a slash at its end; "" where nobody has said. */
export const withPublicLinks = (markdown: string, publicUrl: string): string =>
  markdown.replace(OWN_LINK, (_link, label: string, path: string) =>
    publicUrl ? `[${label}](${publicUrl}${path})` : `${label}: ${ON_THE_PAGE}`,
  );
