-- title: 勾稽关系不成立的报告
-- tells: 申请表、复议诉讼表里加不起来的等式，每份报告一行；条数多的在前。
-- organ: 机关
-- year: 年度
-- equations: 不成立的等式
-- codes: 检查规则
-- file: 文件
SELECT organ, year, count(*) AS equations, string_agg(DISTINCT code, '、' ORDER BY code) AS codes, file
FROM once JOIN findings USING (file, part)
WHERE code IN (SELECT code FROM equation_rules) AND findings.severity = 'error'
GROUP BY ALL
ORDER BY equations DESC, organ, year, file
