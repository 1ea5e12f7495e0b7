// language-grammar-api: sends everything in the address of a POST without a body.
import LanguageToolApi from 'language-grammar-api';

const [server, text] = process.argv.slice(2);
const client = new LanguageToolApi({endpoint: `${server}/v2`});
const [languages, {matches}] = await Promise.all([
  client.languages(),
  client.check({text, language: 'zh-CN'}),
]);
console.log(
  JSON.stringify({
    languages: languages.map(({longCode}) => longCode),
    found: matches.map(({offset, length}) => text.slice(offset, offset + length)),
  }),
);
