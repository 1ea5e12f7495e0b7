// The shop of the demonstration: its buyers, what they ask one after the other, and the agent's quick replies.

export const shop = { platform: 'tmall', cod: false, freeShipping: true };

export const agent = '小美';

/** What a buyer may ask at any time; most of it invites an answer that costs points. */
export const asks = [
  '能开发票吗？',
  '加微信能便宜点吗？',
  '好评有返现吗？',
  '什么时候发货呀？',
  '可以用信用卡付吗？',
  '我直接转账给你行不行？',
  '七天内不喜欢能退吗？',
  '怎么还没货啊？',
];

/** Phrases as agents keep them; some should not be kept. */
export const quick = [
  '亲，在的，请问有什么可以帮您？',
  '可以的亲，发票免费开，麻烦您把抬头和税号发给我～',
  '开票要加6个点的税点哦',
  '您加我微信，给您再优惠20',
  '收到货给五星好评，返您5元红包哦',
  '今天肯定给您发出',
];

export const buyers = [
  {
    name: '小鹿乱撞',
    script: ['在吗？我拍的那个床头柜', '能开发票吗？公司要报销', '要加钱吗？', '那加微信能便宜点吗？', '好吧，谢谢'],
    order: {
      picture: '柜',
      goods: '北欧实木床头柜 原木色 50cm',
      price: '¥328.00',
      facts: [['订单号', '2026 1127 0031'], ['状态', '已付款，待发货'], ['运费', '包邮'], ['付款', '支付宝']],
    },
  },
  {
    name: '青柠不加糖',
    script: ['我的落地灯什么时候发货呀', '都三天了还没发，是不是没货了', '能不能给个准话'],
    order: {
      picture: '灯',
      goods: '暖光落地灯 可调光 黑胡桃',
      price: '¥459.00',
      facts: [['订单号', '2026 1124 0187'], ['状态', '已付款，待发货'], ['运费', '包邮'], ['付款', '花呗']],
    },
  },
  {
    name: '山里的猫',
    script: ['地毯收到了，挺好的', '给好评有返现吗', '那给个差评你们会怎么样'],
    order: {
      picture: '毯',
      goods: '羊毛混纺地毯 160×230cm',
      price: '¥799.00',
      facts: [['订单号', '2026 1119 0542'], ['状态', '已签收'], ['运费', '包邮'], ['付款', '支付宝']],
    },
  },
  {
    name: '<b>改名中</b>',
    script: ['可以用信用卡付吗', '不行的话我直接转账给你', '微信转也行'],
    order: {
      picture: '椅',
      goods: '人体工学椅 升降扶手 灰色',
      price: '¥1,280.00',
      facts: [['订单号', '2026 1127 0044'], ['状态', '待付款'], ['运费', '包邮'], ['付款', '—']],
    },
  },
];
