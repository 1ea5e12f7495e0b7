// gramma: sends a form, of Markdown with its markup annotated, and applies corrections itself.
import gramma from 'gramma';

const [server, text] = process.argv.slice(2);
const options = {api_url: `${server}/v2/check`, language: 'zh-CN'};
const [plain, markdown, without] = await Promise.all([
  gramma.check(text, options),
  gramma.check(text, {...options, markdown: true}),
  gramma.check(text, {...options, rules: {invoice: false}}),
]);
const first = ({offset, length, replacements}) => ({
  offset,
  length,
  change: replacements[0].value,
});
console.log(
  JSON.stringify({
    found: plain.matches.map(({word}) => word),
    foundInMarkdown: markdown.matches.map(({offset, length}) => text.slice(offset, offset + length)),
    foundWithoutInvoice: without.matches.length,
    replaced: gramma.replaceAll(text, plain.matches.map(first)),
  }),
);
