"use strict";
/** Ends the program, in words, on a Node that is older than package.json asks for. The first import of every entry point,
 *  and preloaded by npm's scripts; written so that any Node can read it. */
var needed = /^\D*(\d+)\.(\d+)/.exec(require("../package.json").engines.node);
var found = process.versions.node.split(".");
var isOlder =
  Number(found[0]) < Number(needed[1]) ||
  (Number(found[0]) === Number(needed[1]) && Number(found[1]) < Number(needed[2]));
if (isOlder) {
  console.error(
    "Trợ lý số cần Node " +
      needed[1] +
      "." +
      needed[2] +
      " trở lên; đang chạy Node " +
      process.versions.node +
      ". Hãy cài một bản Node còn được hỗ trợ (nodejs.org), chạy lại “npm ci” rồi khởi động lại.",
  );
  process.exit(1);
}
