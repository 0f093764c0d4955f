function Value() {
  $found = ''
  $lines = & cluster.exe group 'Cluster Group' /priv
  foreach ($line in $lines) {
    if ($line -match '^S +Cluster Group +UnderstudyLock +') {
      $words = $line.Trim().Split(' ')
      $found = $words[$words.Count - 1]
    }
  }
  Write-Output ('=' + $found)
}
foreach ($one in Get-WmiObject -Namespace 'root\MSCluster' -Class MSCluster_NodeToActiveGroup) {
  if ($one.PartComponent.EndsWith('"Cluster Group"') -and -not $one.GroupComponent.EndsWith('"' + $env:COMPUTERNAME + '"')) {
    Say 'elsewhere' $one.GroupComponent
    exit 0
  }
}
$mutex = New-Object -TypeName System.Threading.Mutex -ArgumentList $false, 'Global\UnderstudyLock'
[void]$mutex.WaitOne()
if ((Value) -eq ('=' + $v['before'])) {
  & cluster.exe group 'Cluster Group' /priv ('UnderstudyLock=' + $v['after']) | Out-Null
}
$now = Value
$mutex.ReleaseMutex()
Say 'now' $now
