if ($v['token'] -ne '') {
  $key = 'HKLM:\SOFTWARE\Understudy'
  if (-not (Test-Path $key)) {
    New-Item -Path $key -Force | Out-Null
  }
  $seen = (Get-Item $key).GetValue('Token')
  if ($seen -ne $null -and [int]$seen -gt [int]$v['token']) {
    Say 'refused' ('a job with the higher token ' + $seen + ' has been there')
    exit 0
  }
  Set-ItemProperty -Path $key -Name 'Token' -Value $v['token']
}
foreach ($dir in [IO.Directory]::GetDirectories('C:\Understudy\jobs')) {
  $open = [IO.File]::Exists($dir + '\ready')
  if ([IO.File]::Exists($dir + '\begun') -and -not [IO.File]::Exists($dir + '\end')) {
    $begun = [IO.File]::ReadAllText($dir + '\begun').Split(' ')
    $alive = @(Get-Process -Id $begun[0] -ErrorAction SilentlyContinue)
    $open = $alive.Count -gt 0
  }
  if ($open) {
    Say 'live' ([IO.File]::ReadAllText($dir + '\action'))
  }
}
