-- title: 新收申请的增减
-- tells: 同一机关相邻两年新收申请的总数，变化大的在前；上一年为 0 的没有百分比。
-- organ: 机关
-- year: 年度
-- previous: 上一年
-- received: 本年
-- change: 增减
-- percent: 增减百分之几
-- file: 文件
WITH received AS (
  SELECT organ, year, number, file
  FROM once JOIN cells USING (file, part)
  WHERE table_key = 'applications' AND row_key = 'newly_received' AND column_key = 'total'
    AND kind = 'number' AND NOT flagged AND organ IS NOT NULL
)
SELECT this.organ, this.year, last.number AS previous, this.number AS received,
  this.number - last.number AS change,
  round(100 * (this.number - last.number) / nullif(last.number, 0), 1) AS percent, this.file
FROM received AS this JOIN received AS last ON last.organ = this.organ AND last.year = this.year - 1
ORDER BY abs(this.number - last.number) DESC, this.organ, this.year
