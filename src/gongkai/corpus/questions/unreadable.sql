-- title: 读不出来的文件
-- tells: 每个没有读成的文件和原因。
-- file: 文件
-- failure: 代码
-- reason: 原因
SELECT file, failure, reason FROM reports WHERE failure IS NOT NULL ORDER BY failure, file
