// Replies to try: offences, near misses that must stay silent, and a short answer that only the buyer's question makes an offence.

export const samples = [
  { draft: '亲，开发票要加6个点的税点哦' },
  { draft: '您加我微信吧，给您发优惠价' },
  { draft: '明天一定给您发货' },
  { buyer: '能刷信用卡吗', draft: '亲，本店不支持信用卡的哦' },
  { buyer: '可以开发票吗', draft: '可以的亲，发票是免费开的，不收税点哦' },
  { buyer: '这个糖好吃吗', draft: '这款QQ糖是草莓味的，小朋友都很喜欢呢' },
];
