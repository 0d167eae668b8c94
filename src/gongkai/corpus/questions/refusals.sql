-- title: 不予公开的理由各占多少
-- tells: 每个年度，每种不予公开的理由的件数，占全部办理结果的百分比；只算两项都是数字的报告。
-- year: 年度
-- ground: 理由
-- label: 官方名称
-- refused: 不予公开的件数
-- outcomes: 办理结果总数
-- percent: 占百分之几
-- reports: 计入的报告数
WITH totals AS (
  SELECT file, part, row_key, number FROM cells
  WHERE table_key = 'applications' AND column_key = 'total' AND kind = 'number' AND NOT flagged
    AND (row_key = 'total_outcomes' OR starts_with(row_key, 'withheld.'))
)
SELECT year, refused.row_key AS ground, any_value(label) AS label, sum(refused.number)::BIGINT AS refused,
  sum(outcomes.number)::BIGINT AS outcomes,
  round(100 * sum(refused.number) / nullif(sum(outcomes.number), 0), 2) AS percent, count(*) AS reports
FROM once
JOIN totals AS refused USING (file, part)
JOIN totals AS outcomes USING (file, part)
LEFT JOIN form ON form.edition = once.edition AND form.table_key = 'applications' AND form.row_key = refused.row_key
WHERE refused.row_key <> 'total_outcomes' AND outcomes.row_key = 'total_outcomes' AND year IS NOT NULL
GROUP BY year, ground
ORDER BY year DESC, refused DESC, ground
