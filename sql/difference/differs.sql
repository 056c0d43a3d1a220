CASE WHEN before.$column IS DISTINCT FROM after.$column THEN $quoted END
