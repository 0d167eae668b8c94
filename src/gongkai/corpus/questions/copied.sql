-- title: 文字雷同的报告
-- tells: 同年两个机关之间，或者同一机关前后两年之间，去掉套话（用的机关超过五家的分句）后相同文字过半且不少于一百字的。
-- year: 年度
-- organ: 机关
-- other_year: 另一份的年度
-- other_organ: 另一份的机关
-- same: 相同的字数
-- percent: 占较短一份的百分之几
-- file: 文件
-- other_file: 另一份文件
WITH own AS (
  SELECT file, part, organ, year, fingerprint, any_value(length) AS length
  FROM once JOIN clauses USING (file, part) WHERE organ IS NOT NULL AND year IS NOT NULL GROUP BY ALL
), rare AS (
  SELECT * FROM own SEMI JOIN (
    SELECT fingerprint FROM own GROUP BY fingerprint HAVING count(DISTINCT organ) <= 5 AND count(*) > 1
  ) USING (fingerprint)
), standard AS (
  SELECT fingerprint FROM own GROUP BY fingerprint HAVING count(DISTINCT organ) > 5
), sizes AS (
  SELECT file, part, sum(length) AS size FROM own ANTI JOIN standard USING (fingerprint) GROUP BY ALL
), pairs AS (
  SELECT a.file, a.part, b.file AS other_file, b.part AS other_part, any_value(a.year) AS year,
    any_value(a.organ) AS organ, any_value(b.year) AS other_year, any_value(b.organ) AS other_organ,
    sum(a.length) AS same
  FROM rare AS a JOIN rare AS b ON a.fingerprint = b.fingerprint
    AND ((a.year = b.year AND a.organ < b.organ) OR (a.organ = b.organ AND a.year = b.year + 1))
  GROUP BY a.file, a.part, b.file, b.part HAVING sum(a.length) >= 100
)
SELECT year, organ, other_year, other_organ, same::BIGINT AS same,
  round(100 * same / least(s.size, o.size), 1) AS percent, pairs.file, other_file
FROM pairs JOIN sizes AS s USING (file, part)
JOIN sizes AS o ON o.file = other_file AND o.part = other_part
WHERE 2 * same >= least(s.size, o.size)
ORDER BY percent DESC, same DESC, pairs.file, other_file
