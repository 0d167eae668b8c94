"""Notices for the tests; the year has no official one yet, so these are invented."""

NOTICE_2027 = """
year = 2027
title = "关于2027年部分节假日安排的通知（测试）"
number = "测办发〔2026〕1号"

[[festival]]
name = "元旦"
off = [2027-01-01, 2027-01-02, 2027-01-03]

[[festival]]
name = "春节"
off = [2027-01-28, 2027-01-29, 2027-01-30, 2027-01-31, 2027-02-05, 2027-02-06, 2027-02-07, 2027-02-08]
on = [2027-01-24]
"""
