$dir = 'C:\Understudy\jobs\' + $v['job']
$boot = (Get-WmiObject -Class Win32_OperatingSystem).LastBootUpTime
if ([IO.File]::Exists($dir + '\end')) {
  Say 'ended' ([IO.File]::ReadAllText($dir + '\end'))
} elseif ([IO.File]::Exists($dir + '\begun')) {
  $begun = [IO.File]::ReadAllText($dir + '\begun').Split(' ')
  $alive = @()
  if ($begun.Count -gt 1) {
    $alive = @(Get-Process -Id $begun[0] -ErrorAction SilentlyContinue)
  }
  if ([IO.File]::Exists($dir + '\end')) {
    Say 'ended' ([IO.File]::ReadAllText($dir + '\end'))
  } elseif ([IO.File]::ReadAllText($dir + '\start').Trim() -ne $boot) {
    Say 'broken' 'restart'
  } elseif ($begun.Count -gt 1 -and $alive.Count -eq 0) {
    Say 'broken' 'killed'
  } else {
    Say 'running' $boot
  }
} elseif ([IO.File]::Exists($dir + '\ready')) {
  Say 'ready' $boot
} else {
  Say 'absent' $boot
}
