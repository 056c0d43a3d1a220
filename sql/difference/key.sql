coalesce(CAST(coalesce(after.$column, before.$column) AS VARCHAR), '')
