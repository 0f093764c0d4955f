$client = New-Object -TypeName Net.WebClient
[void]$client.DownloadData($v['url'])
Say 'reached' $v['url']
