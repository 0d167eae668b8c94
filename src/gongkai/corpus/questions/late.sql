-- title: 逾期公布的报告
-- tells: 落款日期或者公布日期晚于法定时限的报告，晚得多的在前；机关类别、年度或者日期读不出来的不在内。
-- organ: 机关
-- year: 年度
-- deadline: 法定时限
-- latest: 最晚日期
-- days: 晚几天
-- file: 文件
SELECT organ, year, deadline, latest, latest - deadline AS days, file
FROM (SELECT *, greatest(dated_on, published_on) AS latest FROM once)
WHERE latest > deadline
ORDER BY days DESC, organ, year, file
