// Answers for what the service does not have yet.

const PACK = {
  format: 1,
  phrasebook: 'stand-in',
  negators: ['不', '别', '勿', '没', '无需', '不用'],
  rules: [
    {
      rule: 'contact/offsite-chat',
      title: '引导到旺旺以外沟通',
      severity: 'block',
      kind: 'offer',
      message: '您在把买家引到旺旺以外沟通，请改为就在旺旺里说清楚。',
      why: '给出、索要或接受微信、QQ、电话、群等联系方式会招来投诉。',
      penalty: { basis: '引导买家使用站外联系方式，可被投诉扣罚' },
      rewrites: ['亲，为了保障您的权益，我们就在旺旺上沟通哦。'],
      patterns: [[{ any: ['加'] }, { any: ['微信', 'vx'], within: 4 }]],
      unless: [[{ any: ['加微信的都是骗子'] }]],
    },
  ],
};

/** path -> (request headers) => answer */
export const STAND_INS = {
  '/v1/offline-pack': (headers) =>
    headers['if-none-match'] === '"stand-in"'
      ? { status: 304, headers: { ETag: '"stand-in"' } }
      : { status: 200, headers: { ETag: '"stand-in"' }, json: PACK },
  '/v1/feedback': () => ({ status: 201, json: { id: '1', textStored: false } }),
  '/v1/overrides': () => ({ status: 201, json: { id: '2', textStored: false } }),
};
