before.$column IS NOT DISTINCT FROM after.$column
